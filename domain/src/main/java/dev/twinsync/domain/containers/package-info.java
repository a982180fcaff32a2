/** Containers: which should be there and of what they should be made, which are, and what Docker or Podman is asked to do about it. */
package dev.twinsync.domain.containers;
