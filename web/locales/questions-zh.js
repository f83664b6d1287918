/** The same in Chinese. */

/** @type {Readonly<Record<keyof typeof import('./questions-en.js').default, string>>} */
export default Object.freeze({
  askSentence: '原消息，可以在里面选字',
  askWords: '想弄懂的词句',
  askLead: '这里读得懂这种语言的人会看到你的问题，并且可以回答。',
  askSend: '提问',
  askNotThere: '请填写消息里有的词句。',
  asked: '已提问，答案会出现在消息下面。',
  questionOpen: '有人在问',
  questionAsks: '{name} 问：“{text}”是什么意思？',
  answerExplain: '我来解释',
  answerNotNow: '以后再说',
  answerGloss: '用{language}简单说说它的意思',
  answerBody: '想补充的话（可不填）',
  answerSend: '回答',
  answerEmpty: '请简单说说它的意思。',
  answerThanks: '谢谢！大家现在都能看到了。',
  answerLate: '刚刚已经有人回答了。',
  disputeTitle: '这条注释用在这里有什么不对？',
  disputeWhy: '为什么不合适',
  disputeLead: '会连同这条消息一起交给词条编辑。',
  disputeEmpty: '请简单说说哪里不对。',
});
