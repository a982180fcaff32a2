/** Files, directories and links: what they should hold and belong to, what they do, and what is written where. */
package dev.twinsync.domain.files;
