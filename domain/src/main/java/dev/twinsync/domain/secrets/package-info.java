/** How secrets are recognised, and what stands in their place. */
package dev.twinsync.domain.secrets;
