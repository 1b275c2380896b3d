import { baht, type Phrase, phrasesOf } from './phrase.ts';

const money = phrasesOf('money');
const date = phrasesOf('date');
const number = phrasesOf('number');
const choice = phrasesOf('choice');
const have = phrasesOf('have');
const phone = phrasesOf('phone');

/** A last digit that may be read in two ways is never guessed. */
const lastDigits = [
  ...money.asks([baht(62_600), baht(62_006)], 'หกหมื่นสองพันหก', 'หก หมื่น สอง พัน หก'),
  ...money.asks([baht(943_500), baht(943_005)], 'เก้าแสนสี่หมื่นสามพันห้า'),
  ...money.asks([baht(235_000), baht(230_005)], 'สองแสนสามหมื่นห้า', '2 แสน 3 หมื่น 5'),
  ...money.asks([baht(11_000), baht(10_001)], 'หนึ่งหมื่นหนึ่ง', '1 หมื่น 1'),
  ...money.asks([baht(51_100_000), baht(51_000_001)], 'ห้าสิบเอ็ดล้านหนึ่ง'),
  ...money.asks([baht(302), baht(320)], 'สามร้อยสอง'),
  ...money.asks([baht(1.5), baht(50)], 'บาทห้าสิบ'),
  ...money.asks([baht(1.25), baht(25)], 'บาทยี่สิบห้า'),
];

/** Several days are no date. */
const ranges = [
  ...date.asks(
    ['2022-08-25', '2022-08-26', '2021-08-26', '2021-08-25'],
    'ส.ค. 25-26',
    'August 25-26',
    'Aug 25/26',
  ),
  ...date.asks(
    ['2022-08-25', '2022-08-30', '2021-08-30', '2021-08-25'],
    '25 ส.ค. - 30',
    '25 ส.ค.-30',
    '25 Aug - 30',
  ),
  ...date.asks(['2022-07-28', '2022-07-27', '2021-07-28', '2021-07-27'], 'ก.ค. 27, 28'),
];

/** What a question says in its own words is understood in its answer. */
const questionWords = [
  ...money.reads(
    baht(25_000),
    'คงเหลือ 25,000',
    'เหลือ 25,000 บาท',
    'ค้างอยู่ 25000',
    'หนี้ 25000',
    'เงินต้น 25,000 บาท',
  ),
  ...money.reads(
    baht(25_000),
    'ยอดคงเหลือ 25,000 บาท',
    'กู้ 25,000 บาท',
    'ยอดหนี้ 25,000',
    'อยู่ที่ 25,000 บาท',
    'ก็ 25,000 ค่ะ',
  ),
  ...money.reads(
    baht(25_000),
    '(สองหมื่นห้าพันบาทถ้วน)',
    'สองหมื่นห้าพันบาทถ้วน (25,000 บาท)',
    '25,000 บาท (สองหมื่นห้าพันบาทถ้วน)',
  ),
  ...money.asks([baht(25_000), baht(52_000)], '25,000 บาท (ห้าหมื่นสองพันบาทถ้วน)'),
  ...money.asks([0], 'ไม่มีหนี้', 'หมดแล้ว'),
  ...number.reads(
    6,
    'ร้อยละ 6 ต่อปี',
    '6% ต่อปี',
    '6 ต่อปี',
    '6%/ปี',
    'ปีละ 6%',
    'ดอกเบี้ยร้อยละ 6',
    'อัตราร้อยละ 6 ต่อปี',
    'ร้อยละ 6 บาท ต่อปี',
  ),
  ...number.refuses('6 บาท', '6 ต่อเดือน'),
  ...date.reads('2022-09-30', 'ภายในวันที่ 30 ก.ย. 65', 'ภายใน 30 ก.ย. 65', 'ไม่เกิน 30 ก.ย. 65'),
  ...date.reads('2022-08-09', 'เมื่อ 9 ส.ค. 65'),
];

const hoursAndDays = [
  ...date.reads(
    '2022-08-09',
    '9 ส.ค. 65 เวลา 10.00 น.',
    '9 ส.ค. 65 10:00',
    '9/8/65 10.30 น.',
    'อ. 9 ส.ค. 65',
  ),
  ...date.reads('2015-10-21', 'พ 21 ต.ค. 58'),
  ...date.reads('2019-12-02', 'จ 2 ธ.ค. 62'),
  ...date.reads('2022-08-20', 'วันนี้เลย', 'วันนี้แหละ'),
  ...date.reads('2022-08-17', '3 วันที่แล้ว', 'สามวันก่อน'),
  ...date.reads('2022-08-23', 'อีก 3 วัน'),
  ...date.reads('2022-11-09', '9 พฤศจิ 65', '9 พฤศจิกายน์ 2565'),
  ...date.reads('2022-02-09', '9 กุมพาพันธ์ 2565'),
];

const slips = [
  ...money.reads(
    baht(25_000),
    'สองหมื่้นห้า',
    '25000 ครัช',
    '25000 เจ้า',
    '25000 จร้า',
    '25000 เจ้าค่ะ',
    '25,000 บาทไทย',
  ),
  ...money.asks([baht(25_000)], '25 000 บาท', "25'000", '25’000', '2 5 0 0 0', '25 ,000'),
  ...money.reads(baht(25_000), '💰25,000'),
  ...money.reads(baht(40_000), 'สีหมื่น'),
  ...money.reads(baht(25), 'ยิบห้า', 'ยี่บห้า'),
  ...money.reads(baht(100_000), 'หนื่งแสน'),
  ...money.reads(baht(15_000), 'หมี่นห้า'),
  ...money.reads(baht(10_000), 'หมื่นเดียว'),
  ...money.reads(baht(0.5), 'สองสลึง'),
  ...money.reads(baht(5.75), 'ห้าบาทสามสลึง'),
  ...money.reads(baht(1_500_000), '1.5ล.'),
  ...money.asks([baht(100_000)], 'แสนต้นๆ', 'แสนปลายๆ'),
  ...money.reads(baht(5_200), '5 thousand 2 hundred'),
  ...money.reads(baht(500_000), 'half a million'),
  ...money.reads(baht(5_000_000_000), '5 billion', '5B', '５Ｂ'),
  ...money.reads(baht(25_000), 'B25,000', '25,000 B', '25000B', 'B 25,000'),
  ...money.reads(baht(5), '5 B'),
  ...number.reads(12, '12 ครัว'),
  ...number.reads(3, '3 คนคะ'),
  ...number.reads(6, 'หกนะ'),
  ...phone.reads('0812345678', '(+66) 812345678'),
  ...have.reads(true, 'มีนะ'),
];

const lists = [
  ...choice.reads({ value: 'two', itemWord: false }, '2)', '(2)', '[2]', '②', 'Ⅱ', 'No.2', '2nd'),
  ...choice.reads({ value: 'two', itemWord: true }, 'ข้อ.2'),
  ...phrasesOf('many').reads(['restructure', 'clear'], 'ข้อ 1 ข้อ 3'),
];

/** What is said beside the usual way: read where it is clear, asked about where a slip is as likely. */
const besides = [
  ...money.asks([baht(2_000_000.5)], 'สองล้านจุดห้า', '2 ล้านจุดห้า'),
  ...money.asks([baht(25_000.5)], 'สองหมื่นห้าจุดห้า'),
  ...money.asks([baht(25_000_000)], '25000 พัน', '25,000 พัน', '25000k'),
  ...money.reads(baht(1_000_000), '1000k', '1,000k'),
  ...money.reads(baht(21_000), 'ยี่สิบเอ็ดพัน'),
  ...money.reads(baht(15_000), 'สิบห้าพัน', 'สิบห้าพันบาท'),
  ...money.reads(
    baht(25_000),
    'ยี่สิบห้าพัน',
    'ตอนนี้ค้าง 25,000',
    'ตอนนี้ 25000',
    'ปัจจุบันค้างอยู่ 25,000 บาท',
    'ขณะนี้เหลือ 25,000',
  ),
  ...money.asks([baht(15_500)], 'สิบห้าพันห้า'),
  ...money.asks([baht(115_500)], 'สิบเอ็ดหมื่นห้าพันห้าร้อย'),
  ...money.asks([baht(10_000_000)], 'สิบกว่าล้าน', '10 กว่าล้านบาท'),
  ...money.asks([baht(5_000)], 'more than 5000', 'at least 5,000 baht', 'approx. 5000', '>5000', '5000 มั้งคะ'),
  ...money.reads(baht(25_000), 'เป็นหนี้ 25,000 บาท', 'ยังเหลือ 25000', 'ยังค้างอยู่ 25,000', '25000,-'),
  ...number.refuses('1 สิบสอง'),
  ...number.asks([20], '2 สิบ'),
  ...number.reads(6, '6% per year', '6% a year', '6% p.a.', '6 percent per annum'),
  ...number.reads(5, '5 กองทุน'),
  ...date.refuses('1 3 วันก่อน', 'อีก 1 0 วัน', '1.5 วันก่อน', 'a few days ago', '2-3 days ago', 'ไม่ใช่วันนี้'),
  ...date.reads('2022-08-17', 'เมื่อ 3 วันก่อน', 'เมื่อสามวันที่แล้ว', '3 days ago', 'three days ago'),
  ...date.reads('2022-08-22', 'in 2 days', 'วันมะรืนนี้', 'the day after tomorrow'),
  ...date.reads('2022-08-20', 'เมื่อเช้า', 'ภายในวันนี้'),
  ...date.asks(['2022-09-03'], 'อีก 2 สัปดาห์', 'อีกสองอาทิตย์', 'in two weeks'),
  ...date.asks(['2022-08-13'], '1 สัปดาห์ที่แล้ว', 'one week ago'),
  ...date.reads(
    '2022-09-30',
    '30 ก.ย. ปีนี้',
    '30/9 ปีนี้',
    'Sep 30 this year',
    '30 ก.ย. 65 ตอนเช้า',
    '30 ก.ย. 65 9 โมงเช้า',
  ),
  ...date.reads('2023-09-30', '30 ก.ย. ปีหน้า'),
  ...date.reads('2021-09-30', '30 กันยายน ปีที่แล้ว', '30 กันยายน ปีก่อน'),
  ...date.asks(['2022-09-30'], '30 ก.ย. นี้', '30 ก.ย. 65 (วันพุธ)', '30 กันยายน 2565 วันพุธ'),
  ...date.reads('2022-09-30', '30 กันยายน 2565 (วันศุกร์)', '30 กันยายน 2565 วันศุกร์'),
  ...date.reads('2022-09-30', "30 ก.ย. '65", 'ลงวันที่ 30 ก.ย. 65', 'ณ วันที่ 30 กันยายน 2565', 'ในวันที่ 30 ก.ย. 65'),
  ...date.refuses('9/8 ปี', '9 ส.ค. เดือน', 'เดือน 9 ส.ค.', '9 ส.ค. 64 ปีนี้', 'ศุกร์ 30 ก.ย. 65 ศุกร์', 'วันที่ 9 เดือนนี้'),
  ...date.refuses('29-30 ก.ย. ปีนี้', 'ก.ย. 29-30 ปีนี้', 'ปีหน้า', '29 ก.พ. ปีหน้า'),
  ...phrasesOf('many').refuses('3 ข้อ', '3 ข้อ 1 2 3', 'สามข้อ', '1 item', '2 items'),
  ...phrasesOf('many').reads(['restructure', 'clear'], '1 และข้อ 3', 'ข้อ 1, 3'),
];

/** Phrases that people typed in the field and that were once misread, refused or guessed. */
export const fieldPhrases: readonly Phrase[] = [
  ...lastDigits,
  ...ranges,
  ...questionWords,
  ...hoursAndDays,
  ...slips,
  ...lists,
  ...besides,
];
