/** Digests of much content, made by what the machine has for it. */
package dev.twinsync.os.hashing;
