/** What must not be told is masked, or looked at in a way that does not find it out. */
package dev.twinsync.flow.secrecy;
