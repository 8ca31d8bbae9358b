package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The changes of one page that the route has to see, and how far the page is done with. */
final class FeedBatch {

    private final FeedPage page;
    private final List<Change> changes;
    private final LowWaterMark mark;
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, Change> handedOut = new HashMap<>();
    private final Consumer<Collection<Change>> remember;

    /**
     * @param changes some of the page's states; the others need nothing more
     * @param remember keeps what the route is done with
     */
    FeedBatch(FeedPage page, List<Change> changes, Consumer<Collection<Change>> remember) {
        this.page = page;
        this.changes = changes;
        this.remember = remember;
        this.mark = new LowWaterMark(page.states().size());
        for (int place = 0; place < page.states().size(); place++) {
            places.put(page.states().get(place).id().number(), place);
        }
        changes.forEach(change -> handedOut.put(change.delivery().id().number(), change));
        places.forEach((number, place) -> {
            if (!handedOut.containsKey(number)) {
                mark.complete(place);
            }
        });
    }

    List<Change> changes() {
        return changes;
    }

    /** The route is done with these; it is noted at once. */
    void complete(Collection<Change> done) {
        passOver(done);
        remember.accept(done);
    }

    /** These are taken care of elsewhere, so the cursor may move over them. */
    void passOver(Collection<Change> changes) {
        changes.forEach(change -> mark.complete(placeOf(change)));
    }

    /** Of the changes that are neither done with nor passed over, the first one of the page. */
    Optional<Change> firstOpen() {
        int place = mark.prefix();
        return place == page.states().size()
                ? Optional.empty()
                : Optional.of(handedOut.get(page.states().get(place).id().number()));
    }

    boolean isWhole() {
        return mark.isWhole();
    }

    /** Moves the cursor up to the first change that is not complete. */
    void moveCursor() {
        page.progress().accept(mark.prefix());
    }

    private int placeOf(Change change) {
        return places.get(change.delivery().id().number());
    }
}
