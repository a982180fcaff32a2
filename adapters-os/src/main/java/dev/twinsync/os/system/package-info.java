/** What a real Linux says of itself. */
package dev.twinsync.os.system;
