/** What this machine alone knows of secrets. */
package dev.twinsync.os.secrets;
