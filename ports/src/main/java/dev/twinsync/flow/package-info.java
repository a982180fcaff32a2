/** What a user does with twin, one class each, written against the ports. Each room is a package below this one. */
package dev.twinsync.flow;
