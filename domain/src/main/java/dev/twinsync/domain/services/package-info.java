/** Services: which systemd units should be enabled, running or masked, which are, and what systemd is asked to do about it. */
package dev.twinsync.domain.services;
