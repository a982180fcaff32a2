package dev.twinsync.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one kind has of a document that several kinds share.
 *
 * @param document its name: {@code home_assistant} stands for {@code state/home_assistant.yaml}
 * @param word what this part is called where the document tells that it was not seen: {@code config} makes
 *     {@code config_unavailable}
 * @param others the keys of the other parts, which are none of this kind's business
 * @param othersWords what the other parts are called
 */
public record DocumentPart(String document, String word, List<String> others, List<String> othersWords) {

    public DocumentPart {
        others = List.copyOf(others);
        othersWords = List.copyOf(othersWords);
    }

    /** The keys of the other parts in {@code live/}: what was seen of them, and that something was not. */
    public List<String> othersLive() {
        return Stream.concat(
                        others.stream(),
                        othersWords.stream().flatMap(other -> Stream.of(unavailable(other), notSeen(other))))
                .toList();
    }

    String unavailable() {
        return unavailable(word);
    }

    String notSeen() {
        return notSeen(word);
    }

    private static String unavailable(String word) {
        return word + "_unavailable";
    }

    private static String notSeen(String word) {
        return word + "_not_seen";
    }
}
