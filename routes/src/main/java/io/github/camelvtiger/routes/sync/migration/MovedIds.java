package io.github.camelvtiger.routes.sync.migration;

import io.github.camelvtiger.routes.sync.store.Links;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What records of the source have become in the target. Where another sync moves records the other way, what it has written here is
 * known, too: its copies are not copied back.
 *
 * @param counterpart the name of that sync
 */
public record MovedIds(String sync, Optional<String> counterpart, Links links) {

    /**
     * The ids of those that are there.
     *
     * @param places as the source calls the records, such as {@code Contacts 12x34}
     */
    public Map<String, String> find(Collection<String> places) {
        Map<String, String> found = new HashMap<>();
        links.find(sync, places).forEach((place, link) -> found.put(place, link.id()));
        if (counterpart.isPresent()) {
            List<String> unknown = new ArrayList<>(places);
            unknown.removeAll(found.keySet());
            Map<String, String> copies = links.origins(counterpart.get(), unknown);
            keep(copies);
            copies.forEach((place, origin) -> found.put(place, id(origin)));
        }
        return found;
    }

    /** Of one record. */
    public Optional<String> find(String place) {
        return Optional.ofNullable(find(List.of(place)).get(place));
    }

    private void keep(Map<String, String> origins) {
        Map<String, Map<String, String>> byModule = new LinkedHashMap<>();
        origins.forEach((place, origin) -> byModule.computeIfAbsent(
                        origin.substring(0, origin.indexOf(' ')), same -> new LinkedHashMap<>())
                .put(place, id(origin)));
        byModule.forEach((module, records) -> links.put(sync, module, records));
    }

    private static String id(String place) {
        return place.substring(place.indexOf(' ') + 1);
    }
}
