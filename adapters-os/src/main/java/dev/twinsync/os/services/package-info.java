/**
 * systemd. Looks are taken with {@code systemctl show}, all units at once; changes go over D-Bus, where each job says how
 * it ended, and over {@code systemctl} for the systemd of another user.
 */
package dev.twinsync.os.services;
