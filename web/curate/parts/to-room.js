/** Into the chat as the account that is signed in here. */

import { pageStorage } from '../../client/storage.js';
import { Identity } from '../../client/identity.js';
import { socketAddress } from '../../element/address.js';

/**
 * The chat page finds the token where it keeps its own.
 * @param {import('../state/api.js').Api} api
 * @param {import('../types.js').SessionUser} user
 * @param {import('../../element/preferences.js').Preferences} preferences
 */
export async function toRoom(api, { id, role }, preferences) {
  const { token, name } = await api.send('POST', '/session/chat');
  new Identity(pageStorage(), socketAddress('/', document.baseURI)).keep(token, { id, name, role });
  preferences.choose({ name });
  location.assign('/');
}
