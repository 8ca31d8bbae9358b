package io.github.camelvtiger.simulator.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Records tied to each other without a field that says so, as {@code add_related} does it. Each kind is a table of the
 * real server; what is deleted stays in it and is left out by those who look it up.
 */
public final class RecordLinks {

    private final Map<String, Set<Link>> links = new ConcurrentHashMap<>();

    /** Once is enough: a second time changes nothing. */
    public void add(String kind, long holder, long held) {
        links.computeIfAbsent(kind, any -> ConcurrentHashMap.newKeySet()).add(new Link(holder, held));
    }

    /** Numbers of the records that the record holds. */
    public Stream<Long> heldBy(String kind, long holder) {
        return all(kind).filter(link -> link.holder() == holder).map(Link::held);
    }

    /** Numbers of the records that hold the record. */
    public Stream<Long> holdersOf(String kind, long held) {
        return all(kind).filter(link -> link.held() == held).map(Link::holder);
    }

    /** Whichever side of the links the record is on. */
    public void removeAllOf(String kind, long number) {
        links.getOrDefault(kind, ConcurrentHashMap.newKeySet())
                .removeIf(link -> link.holder() == number || link.held() == number);
    }

    /**
     * Whichever kinds of links there are between the two, and whichever holds the other.
     *
     * @return whether there was any
     */
    public boolean removeBetween(long one, long other) {
        boolean removed = false;
        for (Set<Link> kind : links.values()) {
            removed |= kind.remove(new Link(one, other));
            removed |= kind.remove(new Link(other, one));
        }
        return removed;
    }

    private Stream<Link> all(String kind) {
        return links.getOrDefault(kind, Set.of()).stream();
    }

    private record Link(long holder, long held) {}
}
