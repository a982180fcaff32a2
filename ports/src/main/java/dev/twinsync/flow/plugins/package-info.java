/** Which plugins a repository has, and what is wrong with what it says of them. */
package dev.twinsync.flow.plugins;
