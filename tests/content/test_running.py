"""A kernel's answer is heard, whatever the client sends meanwhile."""

import asyncio
import time

from jupyter_client.session import Session
import zmq
import zmq.asyncio

from running import ListeningChannel


def test_an_answer_is_heard_that_comes_just_before_something_is_sent():
    async def seconds_until_heard():
        with zmq.asyncio.Context() as context, zmq.Context() as other:
            kernel, client = other.socket(zmq.ROUTER), context.socket(zmq.DEALER)
            port = kernel.bind_to_random_port("tcp://127.0.0.1")
            client.connect(f"tcp://127.0.0.1:{port}")
            session = Session(key=b"")
            channel = ListeningChannel(client, session)
            channel.send(session.msg("execute_request"))
            name = kernel.recv_multipart()[0]
            waiting = asyncio.create_task(channel.get_msg(timeout=5))
            await asyncio.sleep(0.1)  # now it waits
            session.send(kernel, "execute_reply", ident=name)
            time.sleep(0.2)  # the answer comes, and the loop has not looked yet
            channel.send(session.msg("comm_msg"))
            start = time.perf_counter()
            assert (await waiting)["msg_type"] == "execute_reply"
            for socket in (kernel, client):
                socket.close(linger=0)
            return time.perf_counter() - start

    assert asyncio.run(seconds_until_heard()) < 2
