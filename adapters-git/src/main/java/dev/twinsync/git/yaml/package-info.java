/** YAML is read with limits, written in one form, and changed by splicing its text. */
package dev.twinsync.git.yaml;
