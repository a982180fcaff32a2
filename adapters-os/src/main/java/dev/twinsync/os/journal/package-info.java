/** What twin does, written down on the machine before and after it is done, and the lock that lets only one twin do it. */
package dev.twinsync.os.journal;
