/** What a twin repository says of its plugins: {@code plugins/NAME/plugin.yaml}. Nothing that is named there is loaded as code. */
package dev.twinsync.domain.plugin;
