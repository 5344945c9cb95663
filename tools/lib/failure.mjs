import fs from 'node:fs';
import path from 'node:path';

/** A failure that a person can act on: its message is one plain line and is all they see. */
export class Failure extends Error {
  /** @param {string} message one line: what is wrong and what to do @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message.replace(/\s*\n\s*/g, ' ').trim());
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}

/** Says in words why the file system refused. */
export function explainFileError(error, path) {
  switch (error.code) {
    case 'EROFS':
      return `${path} is on a read-only file system`;
    case 'EACCES':
    case 'EPERM':
      return `${path} is not writable for this user`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk that holds ${path} is full`;
    case 'EISDIR':
      return `${path} is a folder, not a file`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} is a file, not a folder`;
    default:
      return `${path}: ${error.message}`;
  }
}

/** Makes a folder and those above it. (Node's own `recursive` never ends where the system says ENOENT, as in /proc.) */
export function makeFolders(folder) {
  if (fs.existsSync(folder)) return;
  if (path.dirname(folder) !== folder) makeFolders(path.dirname(folder));
  fs.mkdirSync(folder);
}
