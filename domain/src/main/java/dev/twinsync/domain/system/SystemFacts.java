package dev.twinsync.domain.system;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What a machine runs, as far as it stays the same from one look to the next.
 *
 * @param kernel the release of the running kernel: {@code 6.1.0-40-amd64}
 * @param hostname the name the owner gave the machine, not one from a DHCP server
 * @param architecture as dpkg names it: {@code amd64}, {@code arm64}
 */
public record SystemFacts(Distribution os, String kernel, String hostname, String architecture) {

    public static final Shape<SystemFacts> SHAPE = shape();

    /**
     * What {@code os-release} says of the distribution.
     *
     * @param id {@code debian}
     * @param version {@code 12}; empty for one without versions, as Debian's sid is
     * @param codename {@code bookworm}
     * @param name for people: {@code Debian GNU/Linux 12 (bookworm)}
     */
    public record Distribution(String id, Optional<String> version, Optional<String> codename, String name) {

        private static RecordShape<Distribution> shape() {
            var id = required("id", Shape.text(), Distribution::id);
            var version = optional("version", Shape.text(), Distribution::version);
            var codename = optional("codename", Shape.text(), Distribution::codename);
            var name = required("name", Shape.text(), Distribution::name);
            return new RecordShape<>(
                    List.of(id, version, codename, name),
                    line -> new Distribution(line.get(id), line.get(version), line.get(codename), line.get(name)));
        }
    }

    private static RecordShape<SystemFacts> shape() {
        var os = required("os", Distribution.shape(), SystemFacts::os);
        var kernel = required("kernel", Shape.text(), SystemFacts::kernel);
        var hostname = required("hostname", Shape.text(), SystemFacts::hostname);
        var architecture = required("architecture", Shape.text(), SystemFacts::architecture);
        return new RecordShape<>(
                List.of(os, kernel, hostname, architecture),
                line -> new SystemFacts(line.get(os), line.get(kernel), line.get(hostname), line.get(architecture)));
    }
}
