/** What was done to a thing and why, and what {@code state/} said before. */
package dev.twinsync.flow.history;
