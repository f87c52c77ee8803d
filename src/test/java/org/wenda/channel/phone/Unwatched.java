package org.wenda.channel.phone;

import org.wenda.channel.Channel;

/** Nobody wants to know when a question goes off or its reply has ended. */
final class Unwatched implements Channel.Moments {
    @Override
    public void beforeSending() {}

    @Override
    public void afterReply() {}
}
