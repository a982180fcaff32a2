/** What a user does with twin, one class each, written against the ports. */
package dev.twinsync.flow;
