/** Asking what words mean, answering, and judging notes, in English: loaded when it is needed. */

export default Object.freeze({
  askSentence: 'The message, to select in',
  askWords: 'Words you want to understand',
  askLead: 'People here who read that language see your question and can answer it.',
  askSend: 'Ask',
  askNotThere: 'Take words that stand in the message.',
  asked: 'Asked. The answer will stand under the message.',
  questionOpen: 'A question for you',
  questionAsks: '{name} asks: what is “{text}”?',
  answerExplain: 'I can explain',
  answerNotNow: 'Not now',
  answerGloss: 'What it means, in a few words of {language}',
  answerBody: 'More about it, if you like',
  answerSend: 'Answer',
  answerEmpty: 'Say in a few words what it means.',
  answerThanks: 'Thank you! Everyone here can read it now.',
  answerLate: 'Somebody else has answered this just now.',
  disputeTitle: 'What is wrong with the note here?',
  disputeWhy: 'Why it does not fit',
  disputeLead: 'It goes to the people who tend the notes, together with this message.',
  disputeEmpty: 'Say in a few words what is wrong.',
});
