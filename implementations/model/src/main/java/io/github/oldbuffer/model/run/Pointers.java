package io.github.oldbuffer.model.run;

import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.spec.transcript.Pointer;
import java.util.ArrayList;
import java.util.List;

/** Tells where addresses point, and numbers those outside their object's memory in order of appearance. */
final class Pointers {

    private static final Pointer AT_THE_START = Pointer.within(0);

    private final List<Address> elsewhere = new ArrayList<>(0);

    /** Where an address points, {@code null} being NULL, seen from an object whose memory is {@code truth} or none. */
    Pointer tell(Address address, Truth truth) {
        if (address == null) {
            return Pointer.NULL;
        }
        if (truth != null && truth.covers(address)) {
            long offset = truth.offsetOf(address);
            return offset == 0 ? AT_THE_START : Pointer.within(offset);
        }
        int number = elsewhere.indexOf(address);
        if (number < 0) {
            number = elsewhere.size();
            elsewhere.add(address);
        }
        return Pointer.elsewhere(number);
    }
}
