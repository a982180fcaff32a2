/**
 * The root side of twin and the way to it: a second process that runs as root, knows no repository, and is told in lines
 * of JSON what to look at and what to do. It trusts nobody: what it is told is read and checked as if a stranger had sent it.
 */
package dev.twinsync.os.worker;
