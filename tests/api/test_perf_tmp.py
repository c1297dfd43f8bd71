import time
from tests.api.conftest import *
import pytest
@pytest.mark.django_db(transaction=True)
def test_x(area, school):
    n=500
    t=time.time()
    a=school.send(*[item(people=[person(full_name=f"Child Number{i}", sender_key=f"p{i}")], text="x"*200) for i in range(n)], key="big")
    print(a.status_code, n, time.time()-t)
    t=time.time(); b=school.send(*[item(people=[person(full_name=f"Child Number{i}", sender_key=f"p{i}")], text="x"*200) for i in range(n)], key="big"); print("again", time.time()-t, b.content==a.content)
    t=time.time(); b=school.send(*[item(kind="zz") for i in range(n)], key="bad"); print("refused", time.time()-t, b.status_code)
