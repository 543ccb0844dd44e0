/**
 * Bodies that are named by their level alone.
 * @module
 */

/** What begins so is a body without the place whose body it is: 县中医院, 村党支部 … */
export const BARE_BODY: RegExp =
  /^(?:[县镇乡](?![域村镇级属])|村(?!镇)|市(?![场政民级属])|区(?![块域级属])|省(?![级属]))/u;
