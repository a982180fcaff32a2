/**
 * The twin repository on disk: YAML documents and mirrored files in a Git work tree. Nothing here runs a hook, a filter or
 * any program, and nothing follows a link out of the work tree.
 */
package dev.twinsync.git;
