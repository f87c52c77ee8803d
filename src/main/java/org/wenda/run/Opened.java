package org.wenda.run;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.demo.DemoPhone;
import org.wenda.portal.Target;
import org.wenda.portal.Targets;
import org.wenda.words.MachineException;

/**
 * A target that can be visited now. The demonstration city is opened for it, one for each of its targets: its portal
 * and its app have servers of their own, so that neither waits for the other.
 */
public final class Opened implements AutoCloseable {
    private final Target target;
    private final @Nullable DemoCity city;

    private Opened(Target target, @Nullable DemoCity city) {
        this.target = target;
        this.city = city;
    }

    /** Opens the demonstration city if a target is it; all others are open. */
    public static Opened of(Target target) {
        return of(target, 0);
    }

    /**
     * Opens the demonstration city on a port.
     *
     * @param port 0 for any that is free
     * @throws MachineException if the port is taken, or what the simulated phone needs is missing
     */
    static Opened of(Target target, int port) {
        URI address = target.address();
        if (address == null || !Targets.isDemo(address)) {
            return new Opened(target, null);
        }
        if (target.isSimulated()) {
            DemoPhone.missing().ifPresent(missing -> {
                throw new MachineException(missing, null);
            });
        }
        DemoCity city = DemoCity.start(DemoBehaviour.standard(), port);
        return new Opened(target.at(city.address()), city);
    }

    /** Returns the target with the address at which it can be visited. */
    public Target target() {
        return target;
    }

    @Override
    public void close() {
        if (city != null) {
            city.close();
        }
    }
}
