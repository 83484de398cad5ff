"""The peers: what people would use instead of us, each at its best practice."""

from bench.peers.agir import Agir
from bench.peers.eleventy import Eleventy
from bench.peers.hugo import Hugo, HugoOpen
from bench.peers.stock import Stock, StockFull
from bench.peers.zensical import Zensical

OURS = Agir()
ALL = (OURS, Stock(), StockFull(), Hugo(), HugoOpen(), Eleventy(), Zensical())
# Without the whole menu on every page, which at 4,000 entries is 10 GB.
DEFAULT = ("stock", "hugo", "hugo-open", "eleventy", "zensical")
