/** Who may change something: a twin with its hands, alone on the machine, and what it writes down. */
package dev.twinsync.flow.twin;
