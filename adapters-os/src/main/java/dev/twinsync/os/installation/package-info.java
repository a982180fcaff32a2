/** How the twin that runs came onto this machine. */
package dev.twinsync.os.installation;
