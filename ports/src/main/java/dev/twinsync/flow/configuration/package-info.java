/** {@code config.yaml}: what it says, and how it is changed. */
package dev.twinsync.flow.configuration;
