/** How the predecessor's repository becomes a twin repository. */
package dev.twinsync.flow.migrating;
