// Pages that look as if they had a chatbot, and pages whose chatbot stands behind something.

/** No chatbot, whatever it looks like. */
const nobody = [
  { page: 'search-only', city: '白桥市', latin: 'BAIQIAO', hue: 30 },
  { page: 'letter-box', city: '东岭市', latin: 'DONGLING', hue: 260 },
  { page: 'login-form', city: '安原市', latin: 'ANYUAN', hue: 190 },
  { page: 'comments', city: '北浦市', latin: 'BEIPU', hue: 340 },
  { page: 'hotline', city: '长湾市', latin: 'CHANGWAN', hue: 10 },
  { page: 'qr-code', city: '丹霞口市', latin: 'DANXIAKOU', hue: 150 },
  { page: 'message-board', city: '峨水市', latin: 'ESHUI', hue: 210 },
  { page: 'letter-link', city: '凤台山市', latin: 'FENGTAISHAN', hue: 80 },
  { page: 'everything-else', city: '广陵川市', latin: 'GUANGLINGCHUAN', hue: 300 },
];

/** A chatbot of a kit, and what a citizen meets before it. */
const somebody = [
  { page: 'mourning', city: '河曲市', latin: 'HEQU', hue: 0, kit: 'chatui' },
  { page: 'cookie-bar', city: '嘉陵浦市', latin: 'JIALINGPU', hue: 225, kit: 'chatui' },
  { page: 'notice-cross', city: '昆岭市', latin: 'KUNLING', hue: 40, kit: 'late-frame' },
  { page: 'notice-button', city: '澜沧口市', latin: 'LANCANGKOU', hue: 180, kit: 'deepchat' },
  { page: 'notice-countdown', city: '岷江源市', latin: 'MINJIANGYUAN', hue: 15, kit: 'closed-shadow' },
  { page: 'region-list', city: '宁台省', latin: 'NINGTAI', hue: 205, kit: 'chatui' },
  { page: 'region-select', city: '平江口省', latin: 'PINGJIANGKOU', hue: 120, later: 'webchat' },
  { page: 'person-or-firm', city: '祁连川市', latin: 'QILIANCHUAN', hue: 250, kit: 'late-frame' },
  { page: 'consent', city: '融水湾市', latin: 'RONGSHUIWAN', hue: 170, later: 'webchat' },
  { page: 'notice-then-person', city: '沙洲市', latin: 'SHAZHOU', hue: 20, kit: 'chatui' },
  { page: 'region-then-consent', city: '通天河省', latin: 'TONGTIANHE', hue: 320, later: 'webchat' },
  { page: 'vendor-late', city: '乌兰口市', latin: 'WULANKOU', hue: 275 },
  { page: 'vendor-link', city: '渭源川市', latin: 'WEIYUANCHUAN', hue: 95 },
  { page: 'wrong-door-first', city: '望江台市', latin: 'WANGJIANGTAI', hue: 140, kit: 'hash-route' },
];

/** A chatbot that cannot be had. */
const shut = [
  { page: 'login-door', city: '溪山市', latin: 'XISHAN', hue: 230 },
  { page: 'login-page' },
  { page: 'login-reply', city: '义水市', latin: 'YISHUI', hue: 50 },
  { page: 'telephone-first', city: '漳源市', latin: 'ZHANGYUAN', hue: 200 },
  { page: 'slider' },
  { page: 'geo' },
];

export const obstacles = [...nobody, ...somebody, ...shut];
