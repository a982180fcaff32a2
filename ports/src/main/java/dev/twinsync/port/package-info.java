/** What the outside must offer to twin: interfaces that the adapters implement and the flows are written against. */
package dev.twinsync.port;
