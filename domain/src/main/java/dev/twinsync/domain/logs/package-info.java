/** What is known of the machine's recent past. */
package dev.twinsync.domain.logs;
