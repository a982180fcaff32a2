/** What would be done: a plan is made and checked, and earlier runs are read. Nothing here can change anything. */
package dev.twinsync.flow.plan;
