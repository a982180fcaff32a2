/** The repository in other places, and what must be approved of what comes from there. */
package dev.twinsync.flow.remote;
