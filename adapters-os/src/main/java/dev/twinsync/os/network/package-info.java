/**
 * NetworkManager, spoken with over D-Bus. All changes of a run are made inside one checkpoint, which NetworkManager takes back
 * by itself unless somebody says in time that the machine can still be reached.
 */
package dev.twinsync.os.network;
