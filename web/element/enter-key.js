/** Tell an Enter that sends from one that only accepts what an input method composed. */

/** Safari fires `compositionend` before the keydown that caused it, a few ms apart. */
const LATE_MS = 15;

export class EnterKey {
  #composing = false;
  #endedAt = -Infinity;

  /** @param {{ type: string, timeStamp: number }} event `compositionstart` or `compositionend` */
  composition({ type, timeStamp }) {
    this.#composing = type === 'compositionstart';
    this.#endedAt = this.#composing ? -Infinity : timeStamp;
  }

  /**
   * Whether this keydown asks to send. Ask once for each.
   * @param {Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'timeStamp'>} event
   */
  sends(event) {
    const late = event.timeStamp - this.#endedAt < LATE_MS;
    this.#endedAt = -Infinity;
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
    // 229: "the input method has it", also from browsers that do not set isComposing.
    return !(this.#composing || event.isComposing || event.keyCode === 229 || late);
  }

  /** A key was released: whatever comes next is a new stroke. */
  released() {
    this.#endedAt = -Infinity;
  }
}
