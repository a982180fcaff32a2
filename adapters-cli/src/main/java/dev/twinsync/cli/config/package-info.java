/** {@code twin config}: the configuration is shown, set, edited and checked. */
package dev.twinsync.cli.config;
