package dev.twinsync.domain;

import java.util.List;

/**
 * What one kind has of a document that several kinds share.
 *
 * @param document its name: {@code home_assistant} stands for {@code state/home_assistant.yaml}
 * @param word what this part is called where the document tells that it was not seen: {@code config} makes
 *     {@code config_unavailable}
 * @param others the keys of the other parts, which are none of this kind's business
 */
public record DocumentPart(String document, String word, List<String> others) {

    public DocumentPart {
        others = List.copyOf(others);
    }
}
