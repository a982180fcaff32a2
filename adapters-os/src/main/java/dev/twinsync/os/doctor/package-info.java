/** Whether this machine has what twin needs. Nothing here changes anything. */
package dev.twinsync.os.doctor;
