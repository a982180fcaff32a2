/** Debian's packages: dpkg is asked what there is, apt is asked what would happen and told what to do. */
package dev.twinsync.os.packages;
