/** What was captured of logs is searched and shown, without the machine. */
package dev.twinsync.flow.logs;
