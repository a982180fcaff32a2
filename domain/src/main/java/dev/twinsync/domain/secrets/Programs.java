package dev.twinsync.domain.secrets;

import static dev.twinsync.domain.secrets.Flag.attached;
import static dev.twinsync.domain.secrets.Flag.next;
import static dev.twinsync.domain.secrets.Flag.second;
import static dev.twinsync.domain.secrets.Flag.third;
import static dev.twinsync.domain.secrets.Flag.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs that take secrets as arguments. */
final class Programs {

    /** By the name of the program, or by that and the word behind it. */
    private static final Map<String, List<Flag>> PROGRAMS = programs(Stream.of(
            takes(
                    "mysql mysqldump mysqladmin mysqlimport mysqlcheck mariadb mariadb-dump mariadb-admin",
                    attached("-p")),
            takes("sshpass", attached("-p"), next("-p")),
            takes("curl", user("-u"), user("--user"), user("-U"), user("--proxy-user")),
            takes("http https xh", user("-a"), user("--auth")),
            takes("smbclient net rpcclient mount.cifs smbget", user("-U"), user("--user")),
            takes("ldapsearch ldapadd ldapmodify ldapdelete ldapwhoami ldappasswd", next("-w"), next("-s")),
            takes("redis-cli", next("-a")),
            takes("mosquitto_pub mosquitto_sub mosquitto_rr ipmitool sqlcmd", next("-P")),
            takes("snmpget snmpwalk snmpset snmpbulkwalk snmpgetnext", next("-c"), next("-A"), next("-X")),
            takes("zip unzip", next("-P"), attached("-P")),
            takes("7z 7za 7zr rar unrar", attached("-p"), attached("-hp")),
            takes("mongo mongosh mongodump mongorestore mongoexport", next("-p")),
            takes("influx", next("-password"), next("-t")),
            takes("swaks sendemail", next("-ap"), next("-xp")),
            takes("xfreerdp", attached("/p:")),
            takes("lftp", user("-u")),
            takes("openssl", attached("pass:"), next("-k"), next("-K")),
            takes("useradd usermod", next("-p")),
            takes(
                    "nmcli",
                    next("password"),
                    next("psk"),
                    next("wifi-sec.psk"),
                    next("802-11-wireless-security.psk"),
                    next("802-1x.password")),
            takes("iwconfig", next("key"), attached("s:")),
            takes("x11vnc", next("-passwd")),
            takes("openfortivpn", next("-p")),
            takes("ss-server ss-local ss-redir ss-tunnel", next("-k")),
            takes("wpa_passphrase", second()),
            takes("htpasswd", third("-b"), third("-bc"), third("-cb")),
            Stream.of(
                    Map.entry("docker login", List.of(next("-p"))),
                    Map.entry("podman login", List.of(next("-p"))),
                    Map.entry("rclone obscure", List.of(second())),
                    Map.entry("bw unlock", List.of(second())))));

    private Programs() {}

    /** A program is followed by a blank, or in a list by a quote. */
    static Stream<String> keywords() {
        return PROGRAMS.keySet().stream().flatMap(program -> Stream.of(program + " ", program + "\""));
    }

    /** How the program that this word names takes secrets; nothing where it names none. */
    static List<Flag> flagsOf(List<Word> words, int index) {
        var program = words.get(index).program();
        var next = index + 1 < words.size() ? words.get(index + 1).text() : "";
        return Optional.ofNullable(PROGRAMS.get(program))
                .or(() -> Optional.ofNullable(PROGRAMS.get(program + " " + next)))
                .orElse(List.of());
    }

    private static Map<String, List<Flag>> programs(Stream<Stream<Map.Entry<String, List<Flag>>>> groups) {
        return groups.flatMap(group -> group)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, List<Flag>>> takes(String names, Flag... flags) {
        return Stream.of(names.split(" ")).map(name -> Map.entry(name, List.of(flags)));
    }
}
