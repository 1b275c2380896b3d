/**
 * Lenders whose loans are no debt to a fund of the village: banks and other institutions are noted by name alone,
 * informal lenders with what is owed to them. A name is one of them when it has one of these in it; spaces, dots and
 * letter case do not matter, and what is written in Latin letters has to be a word of its own. Add a name to its line.
 */
export const outsideLenders = {
  institution: [
    ...['ธนาคาร', 'แบงก์', 'แบงค์', 'แบ๊งค์', 'แบ๊งก์', 'ธ.ก.ส.', 'เพื่อการเกษตรและสหกรณ์การเกษตร', 'ออมสิน', 'ธ.อ.ส.'],
    ...['อาคารสงเคราะห์', 'กรุงไทย', 'กสิกร', 'ไทยพาณิชย์', 'กรุงศรี', 'ทหารไทย', 'ธนชาต', 'ทีทีบี', 'ทิสโก้'],
    ...['เกียรตินาคิน', 'ซีไอเอ็มบี', 'ยูโอบี', 'แลนด์แอนด์เฮ้าส์', 'ไอแบงก์', 'เอสซีบี'],
    ...[
      'bank',
      'baac',
      'gsb',
      'ghb',
      'scb',
      'ktb',
      'kbank',
      'bbl',
      'ttb',
      'tmb',
      'uob',
      'cimb',
      'kkp',
      'lhb',
    ],
    ...['krungsri', 'krungthai', 'kasikorn', 'tisco', 'islamic bank'],
    ...['ktc', 'เคทีซี', 'บัตรเครดิต', 'บัตรกดเงินสด', 'อิออน', 'เฟิร์สช้อยส์', 'อีซี่บาย', 'ยูเมะ', 'สินเชื่อส่วนบุคคล'],
    ...['aeon', 'first choice', 'easy buy', 'umay', 'credit card', 'spaylater', 'lazpay', 'line bk'],
    ...['ไฟแนนซ์', 'ลีสซิ่ง', 'ลิสซิ่ง', 'เงินติดล้อ', 'ติดล้อ', 'ศรีสวัสดิ์', 'เมืองไทยแคปปิตอล', 'เงินสั่งได้', 'เงินเทอร์โบ'],
    ...[
      'จำนำทะเบียน',
      'ไฮเพอร์เชส',
      'บริษัท',
      'บจก.',
      'บมจ.',
      'หจก.',
      'finance',
      'leasing',
      'capital',
      'company',
    ],
    ...['โรงรับจำนำ', 'โรงจำนำ', 'สถานธนานุเคราะห์', 'สถานธนานุบาล', 'pawnshop', 'pawn'],
    ...['กยศ.', 'กองทุนให้กู้ยืม', 'กองทุนเงินให้กู้ยืม', 'กู้ยืมเพื่อการศึกษา', 'student loan', 'student loan fund'],
    ...['เอสเอ็มอี', 'sme', 'smes', 'กองทุนรวม', 'mutual fund', 'ประกันสังคม', 'social security', 'กองทุนเงินทดแทน'],
    ...['สำรองเลี้ยงชีพ', 'provident fund', 'กบข.', 'บำเหน็จบำนาญข้าราชการ', 'gpf'],
    ...['สหกรณ์', 'เครดิตยูเนี่ยน', 'cooperative', 'co-operative', 'credit union', 'กองทุนฟื้นฟู', 'กฟก.'],
    ...['กู้ยืมแก่เกษตรกร', 'ช้อปปี้', 'ลาซาด้า', 'shopee', 'lazada'],
  ],
  informal: [
    ...[
      'นอกระบบ',
      'นายทุน',
      'เงินกู้รายวัน',
      'กู้รายวัน',
      'เงินรายวัน',
      'ดอกรายวัน',
      'ดอกเบี้ยรายวัน',
      'ดอกลอย',
      'ร้อยละยี่สิบ',
    ],
    ...['ปล่อยกู้', 'เงินด่วน', 'เงินกู้ออนไลน์', 'แอปเงินกู้', 'แอพเงินกู้', 'หมวกกันน็อก', 'หมวกกันน็อค', 'วงแชร์', 'แชร์ลูกโซ่'],
    ...[
      'เถ้าแก่',
      'เจ้าหนี้ภายนอก',
      'พ่อค้าคนกลาง',
      'loan shark',
      'money lender',
      'moneylender',
      'informal',
      'daily loan',
    ],
  ],
} as const satisfies { readonly [kind: string]: readonly string[] };

export type OutsideKind = keyof typeof outsideLenders;

/** What the name of a person begins with, also where a fund's word follows (ป้าแดงกลุ่มออมทรัพย์). */
export const personWords: readonly string[] = [
  ...['นาย', 'นาง', 'น.ส.', 'คุณ', 'ป้า', 'ลุง', 'น้า', 'ยาย', 'พี่', 'เจ๊', 'เจ้', 'เฮีย', 'เสี่ย', 'กำนัน', 'ผู้ใหญ่'],
  ...['mr', 'mrs', 'ms', 'miss', 'khun', 'uncle', 'aunt', 'auntie'],
];
