/** The sentences of this feature, which it hands over itself. */
export const texts = {
  th: {
    commands: { villageCheck: 'ตรวจหมู่บ้าน' },
    offers: { villageCheck: 'ตรวจหมู่บ้านทุกไตรมาส' },
    due: { villageCheck: 'ตรวจหมู่บ้าน' },
    choose: 'เลือกหมู่บ้าน ไตรมาสที่ {{quarter}} ปีงบประมาณ {{year}}',
    about: 'การตรวจ {{village}} ไตรมาสที่ {{quarter}}',
    begun: 'เริ่มการตรวจ {{village}}',
    missing: 'ตอบแล้ว {{answered}}/3 ข้อ',
    receipt: 'เลขที่รับ {{receipt}} · {{village}}',
    signed: 'รับรองแล้ว {{village}}',
    refused: 'ทำไม่ได้: {{why}}',
    funds: 'กองทุนในหมู่บ้านที่ตรวจ',
    members: 'สมาชิกกองทุนในหมู่บ้านที่ตรวจ',
    who: 'พัฒนากร',
    forms: {
      'village-check': {
        2565: {
          name: 'ตรวจหมู่บ้าน',
          parts: { village: 'หมู่บ้าน' },
          funds: { title: 'มีกองทุนกี่กองทุน', example: '3' },
          members: { title: 'มีสมาชิกกี่คน', example: '40' },
          leader: { title: 'ใครเป็นผู้นำ', example: 'ผู้ใหญ่บ้าน' },
        },
      },
    },
  },
  en: {
    commands: { villageCheck: 'village check' },
    offers: { villageCheck: 'check villages every quarter' },
    due: { villageCheck: 'village check' },
    choose: 'Choose a village, quarter {{quarter}} of {{year}}',
    about: 'the check of {{village}}, quarter {{quarter}}',
    begun: 'The check of {{village}} begins',
    missing: '{{answered}} of 3 answered',
    receipt: 'Receipt {{receipt}} · {{village}}',
    signed: 'Certified: {{village}}',
    refused: 'Not possible: {{why}}',
    funds: 'Funds in checked villages',
    members: 'Members of funds in checked villages',
    who: 'officers',
    forms: {
      'village-check': {
        2565: {
          name: 'Village check',
          parts: { village: 'Village' },
          funds: { title: 'How many funds are there?', example: '3' },
          members: { title: 'How many members are there?', example: '40' },
          leader: { title: 'Who leads?', example: 'the headman' },
        },
      },
    },
  },
} as const;
