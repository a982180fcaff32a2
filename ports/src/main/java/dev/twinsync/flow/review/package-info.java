/** What differs, and what is to become of it. */
package dev.twinsync.flow.review;
